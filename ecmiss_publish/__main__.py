"""`python -m ecmiss_publish` is `ecmiss-publish`."""

from ecmiss_publish.cli import main

if __name__ == "__main__":
    main()
